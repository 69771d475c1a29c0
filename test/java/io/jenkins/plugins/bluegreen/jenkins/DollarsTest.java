package io.jenkins.plugins.bluegreen.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DollarsTest {
    /** As {@code hudson.Util.replaceMacro} reads: {@code $$}, {@code $NAME}, <code>${NAME}</code>. */
    private static final Pattern MACRO = Pattern.compile("\\$([A-Za-z0-9_]+|\\{[A-Za-z0-9_.]+\\}|\\$)");

    @Test
    void aDollarSignIsDoubledWhereverItStands() {
        assertThat(Dollars.doubled(List.of("$HOME", "a$$b", "plain"))).containsExactly("$$HOME", "a$$$$b", "plain");
        assertThat(Dollars.doubled(Map.of("PASSWORD", "p$1"))).containsExactly(Map.entry("PASSWORD", "p$$1"));
    }

    @Property
    void whatJenkinsExpandsArrivesAsItWas(
            @ForAll @Chars({'$', '{', '}', 'A', '.', '_', ' '}) @StringLength(max = 30) String text) {
        assertThat(expandedByJenkins(Dollars.doubled(text))).isEqualTo(text);
    }

    private static String expandedByJenkins(String text) {
        return MACRO.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("$") ? "$" : "EXPANDED"));
    }
}
