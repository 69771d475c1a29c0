package hudson;

import hudson.remoting.VirtualChannel;
import java.io.IOException;

public final class FilePath {
    public FilePath(VirtualChannel channel, String path) {}

    public native VirtualChannel getChannel();

    public native String getRemote();

    public native void mkdirs() throws IOException, InterruptedException;
}
