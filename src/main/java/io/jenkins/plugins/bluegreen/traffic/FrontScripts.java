package io.jenkins.plugins.bluegreen.traffic;

/** What is run in the front's container. All values are positional arguments. */
final class FrontScripts {
    /** {@link #ROUTE} ends so when the file can't be written. */
    static final int UNWRITABLE = 11;
    /** {@link #ROUTE} and {@link #STATE} end so when HAProxy takes no commands. */
    static final int NO_ANSWER = 12;
    /** {@link #LEFT} ends so when connections are left. */
    static final int BUSY = 15;

    /** The file is in the container's own layer, which lasts as long as the container. */
    private static final String FILE = "file=/tmp/bluegreen.cfg\n";

    /** Alpine's image has nc, Debian's bash. HAProxy closes the connection when it has answered a line. */
    private static final String TELL = """
            tell() {
              if command -v nc > /dev/null; then printf '%s\\n' "$2" | nc 127.0.0.1 "$1"
              elif command -v socat > /dev/null; then printf '%s\\n' "$2" | socat - "TCP:127.0.0.1:$1"
              else bash -c 'exec 3<> "/dev/tcp/127.0.0.1/$1" && printf "%s\\n" "$2" >&3 && cat <&3' bash "$1" "$2"
              fi
            }
            state() { case $table in *srv_admin_state*) printf '%s\\n' "$table" ;; *) exit 12 ;; esac; }
            """;

    /** The container's own command. Arguments: the text to begin with. */
    static final String START = FILE + """
            [ -s "$file" ] || printf '%s\\n' "$1" > "$file"
            exec haproxy -db -f "$file"
            """;

    /** Arguments: the control port. */
    static final String STATE = TELL + "table=$(tell \"$1\" 'show servers state app')\nstate\n";

    /**
     * Arguments: the control port, the live host and port, then text and commands with server one live, and the same
     * with server two. A server that has the live backend already is kept; else it's the other one's turn, so that
     * requests under way stay with the server they are counted for. First the file: what is told at run time is
     * forgotten in a restart. Ends with the state that it came to.
     */
    static final String ROUTE = FILE + TELL + """
            table=$(tell "$1" 'show servers state app')
            serving=$(state | while read -r _ _ _ name _ _ admin _ _ _ _ _ _ _ _ _ _ host port _; do
              case $name in one | two) [ $((admin & 27)) -eq 0 ] && echo "$name $host $port" ;; esac
            done)
            [ "$table" ] || exit 12
            case $serving in
              "two $2 $3") text=$6 commands=$7 ;;
              "one $2 $3" | two*) text=$4 commands=$5 ;;
              *) text=$6 commands=$7 ;;
            esac
            printf '%s\\n' "$text" > "$file.new" && mv "$file.new" "$file" || exit 11
            tell "$1" "$commands" >&2
            table=$(tell "$1" 'show servers state app')
            state
            """;

    /**
     * Arguments: an address and port as the kernel writes them, how many times 0.05 s to wait. Looks for connections
     * that are being opened (02), open (01) or closed by the other side only (08). By grep, because the table of a busy
     * front has thousands of rows, which the shell reads a byte at a time.
     */
    static final String LEFT = """
            command -v grep > /dev/null || { echo 'there is no grep in this image' >&2; exit 12; }
            tries=0
            while grep -q " $1 0[128] " /proc/net/tcp; do
              if [ $tries -ge "$2" ]; then exit 15; fi
              sleep 0.05
              tries=$((tries + 1))
            done
            """;

    private FrontScripts() {}
}
