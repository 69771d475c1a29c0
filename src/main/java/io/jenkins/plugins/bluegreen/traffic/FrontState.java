package io.jenkins.plugins.bluegreen.traffic;

import java.util.List;
import java.util.Optional;

/** HAProxy's answer to {@code show servers state}: a table with a heading, of which each row is a server. */
record FrontState(List<Server> servers) {
    private static final int NAME = 3;
    private static final int ADDRESS = 4;
    private static final int ADMIN = 6;
    private static final int HOST = 17;
    private static final int PORT = 18;

    /** Put into maintenance or drained by command; from HAProxy's {@code enum srv_admin}: FMAINT, IMAINT, FDRAIN, IDRAIN. */
    private static final int RETIRED = 1 | 2 | 8 | 16;

    /** One server. */
    record Server(String name, String address, int admin, String host, int port) {
        boolean serves() {
            return (admin & RETIRED) == 0;
        }

        boolean is(Backend backend) {
            return host.equals(backend.host()) && port == backend.port();
        }
    }

    static FrontState of(String table) {
        return new FrontState(table.lines()
                .map(row -> row.split(" ", -1))
                .filter(cells -> cells.length > PORT && cells[1].equals("app"))
                .map(cells -> new Server(
                        cells[NAME],
                        cells[ADDRESS],
                        Integer.parseInt(cells[ADMIN]),
                        cells[HOST],
                        Integer.parseInt(cells[PORT])))
                .toList());
    }

    /** Whether no request can be sent anywhere. */
    boolean retired() {
        return !servers.isEmpty() && servers.stream().noneMatch(Server::serves);
    }

    /** The server that is live; empty where none is, or both are. */
    Optional<Server> live() {
        List<Server> serving = servers.stream()
                .filter(server -> !server.name().equals("standby") && server.serves())
                .toList();
        return serving.size() == 1 ? Optional.of(serving.get(0)) : Optional.empty();
    }
}
