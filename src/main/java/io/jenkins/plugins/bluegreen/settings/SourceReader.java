package io.jenkins.plugins.bluegreen.settings;

import io.jenkins.plugins.bluegreen.deploy.Source;
import io.jenkins.plugins.bluegreen.settings.Alternative.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads where the image comes from. {@code folder} is the context where none is given. */
record SourceReader(Settings settings, Path folder, Map<String, String> environment) {

    Source read() {
        if (settings.chosen(Choice.SOURCE).filter(Alternative.IMAGE::equals).isPresent()) {
            return new Source.Ready(settings.text(Key.IMAGE).orElseThrow());
        }
        String dockerfile = settings.text(Key.DOCKERFILE).orElseThrow();
        return new Source.Build(
                settings.text(Key.BUILD).orElseGet(() -> usualContext(dockerfile)),
                dockerfile,
                settings.text(Key.TARGET),
                settings.pairs(Key.BUILD_ARGS, environment));
    }

    private String usualContext(String dockerfile) {
        Optional<Path> found =
                Refused.by(settings.where(Key.DOCKERFILE), () -> Optional.of(folder.resolve(dockerfile)));
        if (found.filter(Files::exists).isEmpty()) {
            throw new SettingsException("There is nothing to deploy: the current folder has no Dockerfile, and neither "
                    + Key.BUILD.option() + " nor " + Key.IMAGE.option() + " is given.");
        }
        return folder.toString();
    }
}
