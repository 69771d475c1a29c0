package io.jenkins.plugins.bluegreen.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a method's swaps came to.
 *
 * @param name the method
 * @param title for the table
 * @param targets what is to be reached
 * @param swaps one after another
 * @param trouble why it was not, or not fully, measured; or empty
 */
record MethodFigures(String name, String title, @JsonIgnore Targets targets, List<SwapFigures> swaps, String trouble) {
    static MethodFigures of(Method method, List<SwapFigures> swaps) {
        return without(method, swaps, "");
    }

    static MethodFigures without(Method method, List<SwapFigures> swaps, String trouble) {
        return new MethodFigures(method.name(), method.title(), method.targets(), List.copyOf(swaps), trouble);
    }

    Summary summary(ToDoubleFunction<SwapFigures> figure) {
        return Summary.of(swaps.stream().mapToDouble(figure));
    }

    /** Whether no request was lost, where it is ours. */
    boolean good() {
        return !targets.ours() || (trouble.isEmpty() && lost() == 0);
    }

    long lost() {
        return swaps.stream().mapToLong(SwapFigures::lost).sum();
    }
}
