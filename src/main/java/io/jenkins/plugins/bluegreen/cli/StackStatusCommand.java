package io.jenkins.plugins.bluegreen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.bluegreen.cli.text.Table;
import io.jenkins.plugins.bluegreen.docker.Container;
import io.jenkins.plugins.bluegreen.stack.ServiceStatus;
import io.jenkins.plugins.bluegreen.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how the stack is. */
@Command(
        name = "status",
        header = "Shows how each service is, and whether it is as described.",
        description = "",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:every service serves",
            " 1:one doesn't",
            " 2:the description is wrong",
            " 3:Docker can't be used"
        })
final class StackStatusCommand implements Callable<Integer> {
    private final Workplace at;

    @Mixin
    private StackOptions options;

    @Mixin
    private SharedOptions shared;

    StackStatusCommand(Workplace at) {
        this.at = at;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<ServiceStatus> all = options.open(at, event -> {}).status();
        at.terminal().out().print(shared.json ? json(all).toPrettyString() + "\n" : table(all));
        at.terminal().out().flush();
        boolean serve = all.stream().allMatch(ServiceStatus::serves);
        return (serve ? ExitCode.DONE : ExitCode.NOT_DEPLOYED).number();
    }

    private String table(List<ServiceStatus> all) {
        Table table = new Table("SERVICE", "STATE", "SINCE", "RESTARTS", "IMAGE", "'stack up' WOULD");
        for (ServiceStatus one : all) {
            table.row(
                    one.step().service().name(),
                    one.state(),
                    one.container().map(this::since).orElse(""),
                    one.container()
                            .map(it -> Integer.toString(it.restartCount()))
                            .orElse(""),
                    one.container().map(Container::image).orElse(""),
                    one.step().action().word()
                            + (one.step().changes() ? " it" : one.step().why().isEmpty() ? " it" : ""));
        }
        return table.show();
    }

    private String since(Container container) {
        return container
                .startedAt()
                .map(start -> Durations.show(
                        Duration.between(start, at.around().clock().instant())))
                .orElse("");
    }

    private static ArrayNode json(List<ServiceStatus> all) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ServiceStatus one : all) {
            ObjectNode node = list.addObject()
                    .put("service", one.step().service().name())
                    .put("state", one.state())
                    .put("serves", one.serves())
                    .put("action", one.step().action().word());
            one.step().why().forEach(node.putArray("why")::add);
            one.container().ifPresent(it -> node.put("container", it.name())
                    .put("image", it.image())
                    .put("imageId", it.imageId())
                    .put("startedAt", it.startedAt().map(Object::toString).orElse(null))
                    .put("restarts", it.restartCount()));
        }
        return list;
    }
}
