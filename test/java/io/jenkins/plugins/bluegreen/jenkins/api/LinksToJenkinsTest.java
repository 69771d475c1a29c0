package io.jenkins.plugins.bluegreen.jenkins.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.jenkins.api.Links.Declared;
import io.jenkins.plugins.bluegreen.jenkins.api.Links.Link;
import io.jenkins.plugins.bluegreen.jenkins.api.RealApi.Member;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** What we compile against is our own writing, so what it says is held to what Jenkins really offers. */
class LinksToJenkinsTest {
    private static final RealApi API = new RealApi();
    private static List<Links> ours;
    private static List<Links> signatures;

    @BeforeAll
    static void readClasses() throws IOException {
        ours = Links.under(Path.of("target/classes"));
        signatures = Links.under(Path.of("target/jenkins-api-classes"));
    }

    @Test
    void everyMemberThatOurClassesLinkToIsThereInTheRealJenkins() {
        List<String> broken = new ArrayList<>();
        List<Link> links = ours.stream()
                .flatMap(one -> one.links.stream())
                .filter(link -> RealApi.isJenkins(link.owner()))
                .toList();
        for (Link link : links) {
            why(link).ifPresent(reason -> broken.add(link + ": " + reason));
        }
        assertThat(broken).isEmpty();
        assertThat(links).as("links to Jenkins").hasSizeGreaterThan(20);
    }

    @Test
    void everyTypeThatOurClassesNameIsThereInTheRealJenkins() {
        List<String> missing = ours.stream()
                .flatMap(one -> one.types.stream())
                .filter(RealApi::isJenkins)
                .filter(type -> API.type(type).isEmpty())
                .distinct()
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassOfOursExtendsClassesAndImplementsInterfaces() {
        List<String> wrong = new ArrayList<>();
        for (Links one : ours) {
            API.type(one.superName)
                    .filter(RealApi.Type::isInterface)
                    .ifPresent(type -> wrong.add(one.name + " extends the interface " + type.name()));
            one.interfaces.forEach(face -> API.type(face)
                    .filter(type -> !type.isInterface())
                    .ifPresent(type -> wrong.add(one.name + " implements the class " + type.name())));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyClassOfOursImplementsAllThatJenkinsWillCall() {
        Map<String, Links> byName = new HashMap<>();
        ours.forEach(one -> byName.put(one.name, one));
        List<String> missing = new ArrayList<>();
        for (Links one : ours) {
            if (!one.isAbstract()) {
                demands(one, byName).stream()
                        .filter(demand -> !implemented(one, demand, byName))
                        .forEach(demand -> missing.add(one.name + " lacks " + demand.name() + demand.descriptor()));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everySignatureWeCompileAgainstIsTheRealOne() {
        List<String> wrong = new ArrayList<>();
        for (Links one : signatures) {
            RealApi.Type real = API.type(one.name).orElse(null);
            if (real == null) {
                wrong.add(one.name + " isn't in the list");
                continue;
            }
            if (one.isInterface() != real.isInterface()) {
                wrong.add(one.name + " is an interface in one, a class in the other");
            }
            one.declared.stream()
                    .filter(member -> isOffered(member))
                    .filter(member -> !agrees(member, real))
                    .forEach(member -> wrong.add(one.name + "." + member.name() + member.descriptor()));
        }
        assertThat(wrong).isEmpty();
        assertThat(signatures).isNotEmpty();
    }

    @Test
    void annotationsThatJenkinsLooksForAtRunTimeAreKeptUntilThen() throws ReflectiveOperationException {
        for (Links one : signatures) {
            if ((one.access & Opcodes.ACC_ANNOTATION) != 0) {
                Class<?> annotation = Class.forName(one.name.replace('/', '.'));
                assertThat(annotation.getAnnotation(Retention.class))
                        .as(one.name)
                        .isNotNull()
                        .extracting(Retention::value)
                        .isEqualTo(RetentionPolicy.RUNTIME);
            }
        }
    }

    private static Optional<String> why(Link link) {
        Optional<Member> found = API.resolve(link.owner(), link.name(), link.descriptor());
        if (found.isEmpty()) {
            return Optional.of("there is no such member");
        }
        if (found.get().isStatic() != link.isStatic()) {
            return Optional.of("static in one, not in the other");
        }
        boolean inInterface = API.type(link.owner()).orElseThrow().isInterface();
        if (link.isMethod() && inInterface != link.inInterface()) {
            return Optional.of("its owner is an interface in one, a class in the other");
        }
        return Optional.empty();
    }

    private static boolean isOffered(Declared member) {
        boolean visible = (member.access() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        return visible && (member.access() & Opcodes.ACC_SYNTHETIC) == 0;
    }

    private static boolean agrees(Declared ours, RealApi.Type real) {
        return real.members().stream()
                .anyMatch(member -> member.name().equals(ours.name())
                        && member.descriptor().equals(ours.descriptor())
                        && member.isMethod() == ours.isMethod()
                        && member.isStatic() == ((ours.access() & Opcodes.ACC_STATIC) != 0)
                        && member.isAbstract() == ((ours.access() & Opcodes.ACC_ABSTRACT) != 0)
                        && member.modifiers().contains("protected") == ((ours.access() & Opcodes.ACC_PROTECTED) != 0));
    }

    private static List<Member> demands(Links one, Map<String, Links> byName) {
        List<Member> all = new ArrayList<>();
        for (String parent : parents(one)) {
            all.addAll(byName.containsKey(parent) ? demands(byName.get(parent), byName) : API.demands(parent));
        }
        return all;
    }

    private static boolean implemented(Links one, Member demand, Map<String, Links> byName) {
        if (one.declared.stream().anyMatch(member -> satisfies(member, demand))) {
            return true;
        }
        for (String parent : parents(one)) {
            boolean there = byName.containsKey(parent)
                    ? implemented(byName.get(parent), demand, byName)
                    : API.implementation(parent, demand.name(), demand.descriptor());
            if (there) {
                return true;
            }
        }
        return false;
    }

    private static boolean satisfies(Declared member, Member demand) {
        return member.isMethod()
                && member.name().equals(demand.name())
                && member.descriptor().equals(demand.descriptor())
                && (member.access() & Opcodes.ACC_ABSTRACT) == 0;
    }

    private static List<String> parents(Links one) {
        List<String> parents = new ArrayList<>(one.interfaces);
        parents.add(one.superName);
        return parents;
    }
}
