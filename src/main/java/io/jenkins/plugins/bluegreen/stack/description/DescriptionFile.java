package io.jenkins.plugins.bluegreen.stack.description;

import io.jenkins.plugins.bluegreen.stack.service.Catalogue;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a stack's description. */
public final class DescriptionFile {
    private static final long LARGEST = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{1,40}");
    private static final Pattern NETWORK = Pattern.compile("(?!(?:bridge|host|none)$)[a-zA-Z0-9][a-zA-Z0-9_.-]{1,60}");
    private static final List<String> KEYS = List.of("project", "network", "services");

    private final Path path;

    public DescriptionFile(Path path) {
        this.path = path;
    }

    /**
     * Reads it.
     *
     * @throws DescriptionException where it can't be read, or isn't the description of a stack
     */
    public Description read() {
        String file = String.valueOf(path.getFileName());
        Fields all = new Fields(file, "", new YamlText(file).read(content())).allowing(KEYS);
        String project = all.value("project", "a name of small letters, digits, '-' and '_', 2 to 41", named(NAME))
                .orElse("skycloud");
        String network = all.value(
                        "network",
                        "the name of a network other than bridge, host and none, which have no names",
                        named(NETWORK))
                .orElse(project);
        Fields services = all.under("services").allowing(List.copyOf(Catalogue.names()));
        List<Service> wanted = new ArrayList<>();
        Map<String, SecretSource> sources = new TreeMap<>();
        for (String name : Catalogue.names()) {
            if (services.entries().containsKey(name)) {
                ServiceReader reader = new ServiceReader(services.under(name), folder());
                Service service = reader.over(Catalogue.service(name).orElseThrow());
                wanted.add(service);
                reader.source(service).ifPresent(source -> sources.put(name, source));
            }
        }
        if (wanted.isEmpty()) {
            throw all.refused("services", "a stack needs a service at least: " + String.join(", ", Catalogue.names()));
        }
        return new Description(project, network, wanted, sources);
    }

    private static java.util.function.Function<String, Optional<String>> named(Pattern pattern) {
        return text -> Optional.of(text).filter(name -> pattern.matcher(name).matches());
    }

    private Path folder() {
        return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    }

    private String content() {
        String shown = Quoted.of(path.toString());
        try {
            if (Files.isDirectory(path) || Files.size(path) > LARGEST) {
                throw new DescriptionException(
                        shown + " is a folder or larger than 1 MiB: not the description of a stack.");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new DescriptionException("There is no file " + shown
                    + ". Describe the stack in it; examples/skycloud.yaml of this project is one to copy.");
        } catch (MalformedInputException e) {
            throw new DescriptionException(shown + " isn't UTF-8 text.");
        } catch (IOException e) {
            throw new DescriptionException(shown + " can't be read: " + Quoted.plain(e.getMessage(), 200));
        }
    }
}
