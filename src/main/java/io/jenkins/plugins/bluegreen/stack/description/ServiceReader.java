package io.jenkins.plugins.bluegreen.stack.description;

import io.jenkins.plugins.bluegreen.stack.service.Memory;
import io.jenkins.plugins.bluegreen.stack.service.Port;
import io.jenkins.plugins.bluegreen.stack.service.Service;
import io.jenkins.plugins.bluegreen.text.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a description says of one service.
 *
 * @param fields what stands below its name
 * @param folder that of the description, in which the paths of files begin
 */
record ServiceReader(Fields fields, Path folder) {
    private static final Pattern IMAGE = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:/@-]{0,254}");
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Memory LEAST = new Memory(16 << 20);

    /** The service with what is said over what counts else. */
    Service over(Service service) {
        fields.allowing(allowed(service));
        Service chosen = image(service);
        return chosen.publishing(ports(service))
                .within(
                        fields.value(
                                        "memory",
                                        "an amount of memory of 16m at least, such as 512m or 2g",
                                        text -> Memory.parse(text).filter(it -> it.bytes() >= LEAST.bytes()))
                                .orElse(service.memory()),
                        fields.value("pids", "a number of processes, 10 to 100000", text -> number(text, 10, 100_000))
                                .orElse(service.pids()),
                        fields.value("start_limit", "a time of 1s at least, such as 90s or 5m", ServiceReader::limit)
                                .orElse(service.startLimit()));
    }

    private static List<String> allowed(Service service) {
        List<String> keys = new ArrayList<>(List.of("version", "image", "memory", "pids", "start_limit"));
        service.credential().ifPresent(credential -> keys.add("secrets"));
        if (!service.ports().isEmpty()) {
            keys.add("publish");
        }
        return keys;
    }

    private Service image(Service service) {
        Optional<String> version = fields.value("version", "an image's tag, such as 8.4", text -> like(TAG, text));
        Optional<String> image =
                fields.value("image", "an image, such as registry.example.com/mysql:8.4", text -> like(IMAGE, text));
        if (version.isPresent() && image.isPresent()) {
            throw fields.refused("version", "'image' names a version too: leave out one of the two");
        }
        return image.map(service::withImage)
                .or(() -> version.map(service::withVersion))
                .orElse(service);
    }

    private List<Port> ports(Service service) {
        List<String> keys = service.ports().stream().map(ServiceReader::key).toList();
        Fields publish = fields.under("publish").allowing(keys);
        return service.ports().stream()
                .map(port -> publish.value(key(port), "a port, 1 to 65535", text -> number(text, 1, 65_535))
                        .map(published -> new Port(port.address(), published, port.target()))
                        .orElse(port))
                .toList();
    }

    /** What a port of the proxy's is called. */
    private static String key(Port port) {
        return switch (port.target()) {
            case 80 -> "http";
            case 443 -> "https";
            default -> "admin";
        };
    }

    /** Where the service's secret comes from, where that is said. */
    Optional<SecretSource> source(Service service) {
        return service.credential().flatMap(credential -> {
            Fields source = fields.under("secrets")
                    .allowing(List.of(credential.name()))
                    .under(credential.name())
                    .allowing(List.of("file", "env"));
            Optional<SecretSource> file = source.value("file", "a file's path", this::file);
            Optional<SecretSource> variable = source.value(
                    "env", "a variable's name", text -> like(VARIABLE, text).map(SecretSource.FromVariable::new));
            if (file.isPresent() && variable.isPresent()) {
                throw source.refused("env", "'file' says where it comes from, too: leave out one of the two");
            }
            return file.or(() -> variable);
        });
    }

    private Optional<SecretSource> file(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new SecretSource.FromFile(folder.resolve(text)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> like(Pattern pattern, String text) {
        return Optional.of(text).filter(given -> pattern.matcher(given).matches());
    }

    private static Optional<Integer> number(String text, int least, int most) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    private static Optional<Duration> limit(String text) {
        return Durations.parse(text).filter(limit -> limit.compareTo(Duration.ofSeconds(1)) >= 0);
    }
}
