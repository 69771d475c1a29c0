package hudson;

import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.InputStream;

public final class FilePath {
    public FilePath(VirtualChannel channel, String path) {}

    public native FilePath child(String relativePath);

    public native void chmod(int mask) throws IOException, InterruptedException;

    public native void copyFrom(InputStream source) throws IOException, InterruptedException;

    public native boolean delete() throws IOException, InterruptedException;

    public native void deleteRecursive() throws IOException, InterruptedException;

    public native VirtualChannel getChannel();

    public native String getRemote();

    public native void mkdirs() throws IOException, InterruptedException;

    public native void touch(long timestamp) throws IOException, InterruptedException;
}
