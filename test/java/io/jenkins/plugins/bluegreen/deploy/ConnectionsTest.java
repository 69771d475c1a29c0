package io.jenkins.plugins.bluegreen.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final String TABLE = """
            11:memory:/docker/4ad2
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 00000000:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1
               1: 030012AC:0BB8 020012AC:D2A4 01 00000000:00000000 00:00000000 00000000     0        0 2 1
               2: 030012AC:0BB8 020012AC:D2A6 06 00000000:00000000 00:00000000 00000000     0        0 3 1
               3: 030012AC:C350 040012AC:0BB8 01 00000000:00000000 00:00000000 00000000     0        0 4 1
              sl  local_address                         remote_address                        st
               0: 0000000000000000FFFF0000030012AC:0BB8 0000000000000000FFFF0000020012AC:D2A8 01 0:0 0:0 0 0 0 5
            """;

    @Test
    void countsWhatIsEstablishedOnThePortInBothAddressFamilies() {
        assertThat(Connections.count(TABLE, 3000)).isEqualTo(2);
    }

    @Test
    void countsNeitherListenersNorConnectionsOfOtherPorts() {
        assertThat(Connections.count(TABLE, 80)).isZero();
    }
}
