package io.jenkins.plugins.bluegreen.jenkins;

import hudson.AbortException;
import io.jenkins.plugins.bluegreen.jenkins.fields.DnsRouter;
import io.jenkins.plugins.bluegreen.jenkins.fields.ExecHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.Health;
import io.jenkins.plugins.bluegreen.jenkins.fields.HttpHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.ImageHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.NginxRouter;
import io.jenkins.plugins.bluegreen.jenkins.fields.NpmRouter;
import io.jenkins.plugins.bluegreen.jenkins.fields.PortRouter;
import io.jenkins.plugins.bluegreen.jenkins.fields.Router;
import io.jenkins.plugins.bluegreen.jenkins.fields.TcpHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.UsualHealth;
import io.jenkins.plugins.bluegreen.jenkins.fields.UsualRouter;
import io.jenkins.plugins.bluegreen.text.Nearest;
import io.jenkins.plugins.bluegreen.text.Quoted;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * What a pipeline says to a step, checked before Jenkins makes the step of it: what Jenkins can't use ends in a stack trace
 * there, and a name that it doesn't know is left out.
 *
 * @param step the step's name
 * @param type the step; each of its fields is an option
 */
record StepArguments(String step, Class<?> type) {
    private static final String OURS = "io.jenkins.plugins.bluegreen.";

    /** The one argument that stands alone, as in {@code nginxRouter('edge')}. */
    private static final String ALONE = "<anonymous>";

    private static final Map<String, Class<?>> KINDS = Map.of(
            "usualRouter", UsualRouter.class,
            "dnsRouter", DnsRouter.class,
            "nginxRouter", NginxRouter.class,
            "npmRouter", NpmRouter.class,
            "portRouter", PortRouter.class,
            "usualHealth", UsualHealth.class,
            "httpHealth", HttpHealth.class,
            "tcpHealth", TcpHealth.class,
            "execHealth", ExecHealth.class,
            "imageHealth", ImageHealth.class);

    /**
     * Checks names and kinds; what a value says is the settings' affair.
     *
     * @throws AbortException with a sentence
     */
    void check(Map<String, ?> given) throws AbortException {
        check(step, "", type, given);
    }

    private void check(String what, String prefix, Class<?> type, Map<?, ?> given) throws AbortException {
        Map<String, Class<?>> options = options(type);
        for (Map.Entry<?, ?> one : given.entrySet()) {
            String name = String.valueOf(one.getKey());
            Class<?> option = options.get(name);
            if (option != null) {
                checkValue(prefix + name, option, one.getValue());
            } else if (!name.equals(ALONE) && !name.equals("$class")) {
                throw new AbortException(what + " has no option " + Quoted.of(name) + "."
                        + Nearest.to(name, options.keySet())
                                .map(near -> " Did you mean '" + near + "'?")
                                .orElse("")
                        + " Those that it has: " + String.join(", ", options.keySet()) + ".");
            }
        }
    }

    private static Map<String, Class<?>> options(Class<?> type) {
        Map<String, Class<?>> options = new TreeMap<>();
        for (Class<?> at = type; at.getName().startsWith(OURS); at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    options.put(field.getName(), field.getType());
                }
            }
        }
        return options;
    }

    private void checkValue(String name, Class<?> option, Object value) throws AbortException {
        if (value == null || option.isInstance(value)) {
            return;
        }
        if (option.getName().startsWith(OURS)) {
            checkPart(name, option, value);
        } else if ((option == int.class || option == Integer.class)
                && !value.toString().matches("-?\\d{1,9}")) {
            throw new AbortException("The field '" + name + "' must be a whole number, but "
                    + Quoted.of(value.toString()) + " was given.");
        } else if (value instanceof Iterable || value instanceof Map || value instanceof UninstantiatedDescribable) {
            throw new AbortException("The field '" + name
                    + "' must be one text, number, true or false; several texts go on" + " a line each: 'A=1\\nB=2'.");
        }
    }

    private void checkPart(String name, Class<?> option, Object value) throws AbortException {
        boolean choice = option == Router.class || option == Health.class;
        if (value instanceof UninstantiatedDescribable part) {
            Class<?> kind = part.getSymbol() == null ? null : KINDS.get(part.getSymbol());
            if (kind != null && option.isAssignableFrom(kind)) {
                check(part.getSymbol(), name + ".", kind, part.getArguments());
                return;
            }
        } else if (value instanceof Map<?, ?> part && (!choice || part.containsKey("$class"))) {
            if (!choice) {
                check("'" + name + "'", name + ".", option, part);
            }
            return;
        }
        throw new AbortException("The field '" + name + "' must be "
                + (option == Router.class
                        ? "a router, such as nginxRouter('edge')"
                        : choice
                                ? "a check, such as httpHealth('/health')"
                                : "options in brackets, such as [name: 'value']")
                + ", or be left out.");
    }
}
