package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.fixture.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deployer is killed, at every phase boundary and inside the delicate ones, while users go on. */
@TestInstance(Lifecycle.PER_CLASS)
class KilledDeployIT {
    @RegisterExtension
    static final Sandbox SANDBOX = new Sandbox();

    private KilledDeploy killed;

    @BeforeAll
    void liveBehindNginx() throws Exception {
        killed = KilledDeploy.live(SANDBOX);
    }

    @AfterAll
    void close() throws Exception {
        SANDBOX.close();
    }

    @ParameterizedTest(name = "at {0}, after {1} commands of it")
    @CsvSource({
        "RECOVER,0",
        "OBSERVE,0",
        "PREFLIGHT,0",
        "BUILD,0",
        "CANDIDATE,0",
        "CANDIDATE,1",
        "READY,0",
        "PRE_SWITCH,0",
        "SWITCH,0",
        "SWITCH,1",
        "SWITCH,2",
        "SWITCH,3",
        "SWITCH,4",
        "SWITCH,5",
        "SWITCH,6",
        "VERIFY,0",
        "DRAIN,0",
        "BAKE,0",
        "STOP_OLD,0",
        "STOP_OLD,1",
        "STOP_OLD,2",
        "COMMIT,0",
        "COMMIT,1",
        "COMMIT,2",
        "CLEAN,0"
    })
    void losesNoRequestAndTheNextCommandPutsThingsRight(Phase phase, int commands) throws Exception {
        assertThat(killed.kill(phase, commands)).as("it was to be killed").isPresent();
    }
}
