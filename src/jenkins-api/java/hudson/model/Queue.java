package hudson.model;

public class Queue {
    Queue() {}

    public abstract static class Item extends Actionable {
        Item() {}
    }
}
