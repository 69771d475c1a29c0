package hudson;

import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

public abstract class Launcher {
    protected Launcher(TaskListener listener, VirtualChannel channel) {}

    public native VirtualChannel getChannel();

    public final native ProcStarter launch();

    public static class LocalLauncher extends Launcher {
        private LocalLauncher() {
            super(null, null);
        }
    }

    public static class RemoteLauncher extends Launcher {
        private RemoteLauncher() {
            super(null, null);
        }
    }

    public final class ProcStarter {
        private ProcStarter() {}

        public native ProcStarter cmds(List<String> arguments);

        public native ProcStarter envs(Map<String, String> variables);

        public native ProcStarter pwd(FilePath folder);

        public native ProcStarter quiet(boolean quiet);

        public native ProcStarter stderr(OutputStream stream);

        public native ProcStarter stdin(InputStream stream);

        public native ProcStarter stdout(OutputStream stream);

        public native Proc start() throws IOException;
    }
}
