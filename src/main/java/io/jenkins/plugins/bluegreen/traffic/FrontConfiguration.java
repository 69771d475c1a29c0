package io.jenkins.plugins.bluegreen.traffic;

import java.util.Optional;

/**
 * What HAProxy is told, in its file and at run time.
 *
 * <p>There are three servers. {@code one} and {@code two} are live in turn, the other being in maintenance, which sends it
 * nothing new and lets its requests end. {@code standby} gets what the live one refuses; without a standby it is the live
 * one too, so that one refused connection doesn't put the only server there is out of use.
 *
 * <p>Names are looked up again every second, so that a container which Docker restarts under another address is found.
 * An answer that is missing, as while it restarts, changes nothing.
 */
record FrontConfiguration(String app, int port, Backend live, Backend standby) {
    static final String ONE = "one";
    static final String TWO = "two";

    /** No server is live: 503 at once. */
    static final String NONE = "";

    FrontConfiguration(String app, int port, Backend live, Optional<Backend> standby) {
        this(app, port, live, standby.orElse(live));
    }

    /** One that sends requests nowhere; the names in it, needed for want of an option to have none, mean nothing. */
    static FrontConfiguration nowhere(String app, int port) {
        Backend nobody = new Backend(app, "", 9);
        return new FrontConfiguration(app, port, nobody, nobody);
    }

    /** The file's text with this server being the live one. */
    String text(String slot) {
        return """
                # Written by Blue-Green Deploy at every deploy of APP; changes made by hand are lost.
                global
                    stats socket ipv4@127.0.0.1:CONTROL level admin
                resolvers docker
                    nameserver embedded 127.0.0.11:53
                    resolve_retries 3
                    timeout resolve 1s
                    timeout retry 1s
                    hold valid 1s
                    hold nx 24d
                    hold other 24d
                    hold refused 24d
                    hold timeout 24d
                    hold obsolete 24d
                defaults
                    mode http
                    option http-server-close
                    option forwardfor
                    option redispatch 1
                    retries 3
                    retry-on conn-failure empty-response
                    timeout connect 2s
                    timeout check 1s
                    timeout client 1h
                    timeout server 1h
                    timeout tunnel 24h
                    default-server resolvers docker resolve-opts allow-dup-ip init-addr libc,192.0.2.1
                frontend front
                    bind :PORT
                    http-request disable-l7-retry unless METH_GET
                    default_backend app
                backend app
                    server one LIVE check inter 500ms fall 1 rise 1 observe layer4 error-limit 1 on-error mark-downONE
                    server two LIVE check inter 500ms fall 1 rise 1 observe layer4 error-limit 1 on-error mark-downTWO
                    server standby STANDBY backupSPARE
                """.replace("APP", app)
                .replace("CONTROL", Integer.toString(control()))
                .replace("PORT", Integer.toString(port))
                .replace("LIVE", live.toString())
                .replace("STANDBY", standby.toString())
                .replace("SPARE", slot.equals(NONE) ? " disabled" : "")
                .replace("ONE", slot.equals(ONE) ? "" : " disabled")
                .replace("TWO", slot.equals(TWO) ? "" : " disabled");
    }

    /** The run-time commands that make this server the live one, the other retire, and the standby stand by. */
    String commands(String slot) {
        String other = slot.equals(ONE) ? TWO : ONE;
        return String.join(
                ";",
                target("standby", standby),
                target(slot, live),
                "set server app/standby state ready",
                "set server app/" + slot + " state ready",
                "set server app/" + slot + " health up",
                "set server app/" + other + " state maint");
    }

    /** The run-time commands after which no server is live. */
    static String retirement() {
        return "set server app/one state maint;set server app/two state maint;set server app/standby state maint";
    }

    private static String target(String server, Backend backend) {
        return "set server app/" + server + " fqdn " + backend.host() + ";set server app/" + server + " addr "
                + backend.address() + " port " + backend.port();
    }

    /** Where HAProxy takes commands, on the loopback device of its own network namespace. */
    int control() {
        return control(port);
    }

    static int control(int port) {
        return port == 65001 ? 65002 : 65001;
    }
}
