package io.jenkins.plugins.bluegreen.jenkins.api;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.remoting.Callable;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.Test;

/** The rules that every Jenkins plugin's code is held to, checked without a Jenkins; those of forms are in FormsTest. */
class RulesTest {
    private static final String OURS = "io.jenkins.plugins.bluegreen.jenkins";
    private static final Set<String> KEPT = Set.of(
            "BlueGreenBuilder",
            "BlueGreenDeployStep",
            "BlueGreenRollbackStep",
            "Defaults",
            "DeployExecution",
            "DeploymentAction",
            "RollbackRequest");
    private static final Path CLASSES = Path.of("target/classes/io/jenkins/plugins/bluegreen/jenkins");

    @Test
    void whatGoesToAnAgentCannotBeSentBackToTheController() throws Exception {
        List<Class<?>> sent = new ArrayList<>();
        for (Class<?> type : types()) {
            if (Callable.class.isAssignableFrom(type)) {
                sent.add(type);
            }
        }
        assertThat(sent).isNotEmpty().allMatch(MasterToSlaveCallable.class::isAssignableFrom);
    }

    @Test
    void credentialsAreLookedUpByIdInABuildsScopeAndInNoOtherWay() throws IOException {
        Set<String> lookUps = new HashSet<>();
        for (Links one : Links.under(CLASSES)) {
            one.links.stream()
                    .filter(link -> link.owner().equals("com/cloudbees/plugins/credentials/CredentialsProvider"))
                    .filter(link -> link.descriptor().startsWith("("))
                    .forEach(link -> lookUps.add(simple(one.name) + "." + link.name() + link.descriptor()));
        }
        assertThat(lookUps)
                .allMatch(
                        one -> one.startsWith("BuildCredentials.findCredentialById(Ljava/lang/String;Ljava/lang/Class;"
                                        + "Lhudson/model/Run;")
                                || one.startsWith("BuildCredentials.track(Lhudson/model/Run;"))
                .hasSize(2);
    }

    /** A question that reaches out to an address ("test connection") would let a form's users look around behind a firewall. */
    @Test
    void formsAskForChecksAndChoicesOnly() throws Exception {
        for (Class<?> type : types()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().matches("do[A-Z].*") && !method.isSynthetic()) {
                    assertThat(type.getSimpleName() + "." + method.getName())
                            .matches("\\w+\\.do(Check|Fill)\\w+|JobDeployments\\.doRollback");
                }
            }
        }
    }

    @Test
    void whatIsKeptOnDiskIsPlainDataOrOurOwn() throws Exception {
        Deque<Class<?>> open = new ArrayDeque<>(types().stream()
                .filter(type -> KEPT.contains(type.getSimpleName())
                        || (type.getName().startsWith(OURS + ".fields.") && Serializable.class.isAssignableFrom(type)))
                .toList());
        assertThat(open).hasSizeGreaterThan(KEPT.size());
        Set<Class<?>> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (Field field : open.pop().getDeclaredFields()) {
                Class<?> type = field.getType();
                int how = field.getModifiers();
                if (Modifier.isStatic(how) || Modifier.isTransient(how) || type.isPrimitive()) {
                    continue;
                }
                boolean ours = type.getName().startsWith("io.jenkins.plugins.bluegreen.");
                assertThat(ours
                                || List.of(String.class, Integer.class, ArrayList.class)
                                        .contains(type))
                        .as(field.toString())
                        .isTrue();
                if (ours && seen.add(type)) {
                    open.add(type);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(15);
    }

    private static List<Class<?>> types() throws Exception {
        List<Class<?>> all = new ArrayList<>();
        for (Links one : Links.under(CLASSES)) {
            all.add(Class.forName(one.name.replace('/', '.'), false, RulesTest.class.getClassLoader()));
        }
        return all;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
