package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import org.junit.jupiter.api.Test;
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
}
