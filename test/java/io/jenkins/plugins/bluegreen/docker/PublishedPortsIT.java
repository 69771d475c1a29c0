package io.jenkins.plugins.bluegreen.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.Images;
import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublishedPortsIT {
    @RegisterExtension
    final Sandbox sandbox = new Sandbox();

    @Test
    void mayBeARange() throws InterruptedException {
        List<String> range = List.of("--publish", "127.0.0.1:28100-28102:80");

        Container container = sandbox.run(sandbox.name("app"), Images.BUSYBOX, range, "sleep", "600");

        assertThat(container.publishedPorts()).containsExactly(28100, 28101, 28102);
    }
}
