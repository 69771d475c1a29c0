package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacePathTest {
    @Test
    void aPathCountsFromTheWorkspace() throws AbortException {
        assertThat(WorkspacePath.resolve("/ws", "docker/app")).isEqualTo("/ws/docker/app");
        assertThat(WorkspacePath.resolve("/ws", ".")).isEqualTo("/ws");
        assertThat(WorkspacePath.resolve("/ws", "a..b")).isEqualTo("/ws/a..b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/../../x", "a/..", "..\\x", "/etc", "-f", "C:\\x", "http://host/x"})
    void aPathThatLeavesTheWorkspaceIsRefused(String path) {
        assertThatExceptionOfType(AbortException.class).isThrownBy(() -> WorkspacePath.resolve("/ws", path));
    }

    @Test
    void aLinkThatLeadsOutOfTheWorkspaceIsNoticed(@TempDir Path folder) throws IOException {
        Path workspace = Files.createDirectory(folder.resolve("ws"));
        Files.createDirectory(folder.resolve("other"));
        Files.createDirectory(workspace.resolve("app"));
        Files.createSymbolicLink(workspace.resolve("out"), folder.resolve("other"));
        Files.createSymbolicLink(workspace.resolve("in"), workspace.resolve("app"));
        assertThat(inside(workspace, "app")).isTrue();
        assertThat(inside(workspace, "in")).isTrue();
        assertThat(inside(workspace, "nowhere")).isTrue();
        assertThat(inside(workspace, "out")).isFalse();
    }

    private static boolean inside(Path workspace, String path) throws IOException {
        return new AgentPathCheck(workspace.toString(), workspace.resolve(path).toString()).call();
    }
}
