package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.bluegreen.deploy.AppStatus;
import io.jenkins.plugins.bluegreen.deploy.DeploymentException;
import io.jenkins.plugins.bluegreen.deploy.HistoryEntry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotOverNewerTest {
    private final NotOverNewer consent = new NotOverNewer(new BuildName("shop/orders #7", 7, Optional.empty()));

    @Test
    void whatANewerBuildDeployedStaysLive() {
        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> consent.ask(live("shop/orders #10"), Optional.empty()))
                .withMessageContaining("shop/orders #10");
    }

    /** Its container was deployed by an older one. */
    @Test
    void whatANewerBuildWentBackToStaysLive() {
        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> consent.ask(live("shop/orders #3"), last("shop/orders #9")))
                .withMessageContaining("gone back to: shop/orders #9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/orders #6", "shop/orders #7", "other/orders #10", "somebody@host", "shop/orders #"})
    void whatOthersOrOlderBuildsDeployedIsReplaced(String by) {
        assertThatCode(() -> consent.ask(live(by), last(by))).doesNotThrowAnyException();
    }

    @Test
    void nothingLiveIsReplaced() {
        assertThatCode(() -> consent.ask(Optional.empty(), last("shop/orders #10")))
                .doesNotThrowAnyException();
    }

    private static Optional<AppStatus.Instance> live(String by) {
        return Optional.of(new AppStatus.Instance("v9", Optional.empty(), Optional.of(by), null, true));
    }

    private static Optional<HistoryEntry> last(String by) {
        return Optional.of(new HistoryEntry("", "v9", "", "ROLLED_BACK_TO", by, "", 0, 0, 0));
    }
}
