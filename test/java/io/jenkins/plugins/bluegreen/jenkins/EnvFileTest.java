package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import org.junit.jupiter.api.Test;

class EnvFileTest {
    @Test
    void aVariableThatNoEarlierLineSetsIsWarnedOfAndNeverAPartOfAPassword() throws Exception {
        EnvFile file = new EnvFile("orders-env", "A=1\nURL=http://$HOST/${A}\nPASSWORD=hunter$two\n");

        assertThat(file.variables())
                .containsEntry("URL", "http:///1")
                .containsEntry("PASSWORD", "hunter")
                .hasSize(3);
        assertThat(file.warnings())
                .satisfiesExactly(
                        host -> assertThat(host)
                                .startsWith(
                                        "The .env file in the credentials 'orders-env': Line 2: the variable HOST isn't"
                                                + " set"),
                        tail -> assertThat(tail).contains(": Line 3: ").doesNotContain("two", "hunter"));
    }

    @Test
    void aBadLineIsToldByItsNumber() {
        assertThatThrownBy(() -> new EnvFile("orders-env", "A='hunter2").variables())
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("The .env file in the credentials 'orders-env' can't be read: Line 1")
                .hasMessageNotContaining("hunter2");
    }
}
