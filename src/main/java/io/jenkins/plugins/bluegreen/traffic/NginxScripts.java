package io.jenkins.plugins.bluegreen.traffic;

/** What is run in nginx's container. All values are positional arguments. */
final class NginxScripts {
    /** {@link #ROUTE} ends so when the file can't be written. */
    static final int UNWRITABLE = 11;
    /** {@link #ROUTE} ends so when nginx refused its configuration; the file is then as it was. */
    static final int REFUSED = 12;
    /** {@link #ROUTE} ends so when nginx accepts its configuration but doesn't read the file; it is then as it was. */
    static final int NOT_READ = 13;
    /** {@link #ROUTE} ends so when nginx didn't change over within 5 s; the file is then as it was. */
    static final int NOT_RELOADED = 14;
    /** {@link #RETIRED} ends so when old workers are left. */
    static final int BUSY = 15;

    /** Says {@code number title} of each nginx process; /proc, since the official images have no ps. */
    private static final String TITLES = """
            titles() {
              for process in /proc/[0-9]*; do
                title=
                { read -r title < "$process/cmdline"; } 2>/dev/null
                case $title in "nginx: worker process"*) echo "${process#/proc/} $title" ;; esac
              done
            }
            """;

    /**
     * Arguments: the file, its new text. A reload has happened when all workers that took requests before have been
     * told to finish, which the master does 0.1 s after the new ones have started; until then both take requests. The
     * master gets its signal from here: {@code nginx -s reload} would read the whole configuration once more for that.
     * The names of the files in between begin with a dot: {@code include *} passes over these.
     */
    static final String ROUTE = TITLES + """
            file=$1 text=$2
            between="${file%/*}/.${file##*/}.new"
            put() { printf '%s\\n' "$1" > "$between" && mv "$between" "$file"; }
            serving() { titles | while read -r number title; do
              case $title in *"shutting down"*) ;; *) echo "$number" ;; esac; done; }
            had= was=
            if [ -f "$file" ]; then had=1; was=$(cat "$file"); fi
            reload() {
              master=
              for number in $old; do { read -r _ _ _ master _ < "/proc/$number/stat"; } 2>/dev/null; done
              if [ "$master" ]; then kill -HUP "$master"; else nginx -s reload; fi
            }
            undo() { if [ "$had" ]; then put "$was"; else rm -f "$file"; fi; }
            put "$text" || exit 11
            said=$(nginx -T 2>&1) || { undo; printf '%s\\n' "$said" >&2; exit 12; }
            case $said in *"# configuration file $file:"*) ;; *) undo; exit 13 ;; esac
            old=" $(echo $(serving)) "
            said=$(reload 2>&1) || { undo; printf '%s\\n' "$said" >&2; exit 14; }
            tries=0
            while [ $tries -lt 500 ]; do
              fresh= stale=
              for number in $(serving); do
                case $old in *" $number "*) stale=1 ;; *) fresh=1 ;; esac
              done
              if [ "$fresh" ] && [ -z "$stale" ]; then exit 0; fi
              sleep 0.01
              tries=$((tries + 1))
            done
            undo
            reload
            exit 14
            """;

    /** Arguments: how many times 0.05 s to wait for old workers. Short, as it outlives the one who started it. */
    static final String RETIRED = TITLES + """
            tries=0
            while :; do
              case $(titles) in *"shutting down"*) ;; *) exit 0 ;; esac
              if [ $tries -ge "$1" ]; then exit 15; fi
              sleep 0.05
              tries=$((tries + 1))
            done
            """;

    /** Arguments: the file. */
    static final String READ = "if [ -f \"$1\" ]; then cat \"$1\"; fi";

    /** The whole configuration, with a heading for each file; or what is wrong with it. */
    static final String TEST = "nginx -T";

    private NginxScripts() {}
}
