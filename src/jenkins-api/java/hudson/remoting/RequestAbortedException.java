package hudson.remoting;

public class RequestAbortedException extends RuntimeException {
    public RequestAbortedException(Throwable cause) {
        super(cause);
    }
}
