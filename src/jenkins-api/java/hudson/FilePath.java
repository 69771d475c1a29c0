package hudson;

import hudson.remoting.VirtualChannel;

public final class FilePath {
    public FilePath(VirtualChannel channel, String path) {}

    public native VirtualChannel getChannel();

    public native String getRemote();
}
