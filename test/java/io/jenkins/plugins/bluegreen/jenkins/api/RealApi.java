package io.jenkins.plugins.bluegreen.jenkins.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The list of what Jenkins really offers, as {@code jenkins-api.txt} holds it. */
final class RealApi {
    /** One class of the list. */
    record Type(String name, Set<String> modifiers, List<String> parents, List<Member> members) {
        boolean isInterface() {
            return modifiers.contains("interface") || modifiers.contains("@interface");
        }

        boolean isAnnotation() {
            return modifiers.contains("@interface");
        }
    }

    /** One member of a class; {@code isMethod} tells a method from a field. */
    record Member(String name, String descriptor, Set<String> modifiers, boolean isMethod) {
        boolean isStatic() {
            return modifiers.contains("static");
        }

        boolean isAbstract() {
            return modifiers.contains("abstract");
        }
    }

    private static final List<String> JENKINS =
            List.of("hudson/", "jenkins/", "org/jenkinsci/", "com/cloudbees/", "org/kohsuke/stapler/");

    private final Map<String, Type> types = new HashMap<>();

    RealApi() {
        try (InputStream list = RealApi.class.getResourceAsStream("/jenkins-api.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            Type current = null;
            for (String line : lines.lines().toList()) {
                String code = line.replaceFirst(" *# .*", "");
                if (code.startsWith("class ")) {
                    current = readType(code);
                    types.put(current.name(), current);
                } else if (!code.isEmpty()) {
                    current.members().add(readMember(code.strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True for a name that only Jenkins can provide. */
    static boolean isJenkins(String internalName) {
        return JENKINS.stream().anyMatch(internalName::startsWith);
    }

    Optional<Type> type(String internalName) {
        return Optional.ofNullable(types.get(internalName));
    }

    /** The member that a link to {@code owner} finds: its own, else one of its parents', as the JVM looks it up. */
    Optional<Member> resolve(String owner, String name, String descriptor) {
        Type type = types.get(owner);
        if (type == null) {
            return owner.startsWith("java/") ? resolveInJdk(owner, name, descriptor) : Optional.empty();
        }
        Stream<Member> own = type.members().stream()
                .filter(member ->
                        member.name().equals(name) && member.descriptor().equals(descriptor));
        Stream<Member> inherited = name.equals("<init>")
                ? Stream.empty()
                : type.parents().stream().flatMap(parent -> resolve(parent, name, descriptor).stream());
        return Stream.concat(own, inherited).findFirst();
    }

    /** True where {@code owner} or one of its parents has a body for this method. */
    boolean implementation(String owner, String name, String descriptor) {
        Type type = types.get(owner);
        if (type == null) {
            return owner.startsWith("java/")
                    && resolveInJdk(owner, name, descriptor).isPresent();
        }
        boolean own = type.members().stream()
                .anyMatch(member ->
                        member.name().equals(name) && member.descriptor().equals(descriptor) && !member.isAbstract());
        return own || type.parents().stream().anyMatch(parent -> implementation(parent, name, descriptor));
    }

    /** All that an heir of {@code owner} must implement, the parents' included. */
    List<Member> demands(String owner) {
        Type type = types.get(owner);
        if (type == null) {
            return List.of();
        }
        List<Member> all = new ArrayList<>(
                type.members().stream().filter(Member::isAbstract).toList());
        type.parents().forEach(parent -> all.addAll(demands(parent)));
        return all;
    }

    private static Type readType(String code) {
        List<String> words = Arrays.asList(code.split(" "));
        int end = words.indexOf("extends");
        List<String> parents = new ArrayList<>(List.of(words.get(end + 1)));
        if (words.contains("implements")) {
            parents.addAll(List.of(words.get(words.size() - 1).split(",")));
        }
        return new Type(words.get(end - 1), Set.copyOf(words.subList(1, end - 1)), parents, new ArrayList<>());
    }

    private static Member readMember(String code) {
        List<String> words = Arrays.asList(code.replaceFirst(" throws .*", "").split(" "));
        String last = words.get(words.size() - 1);
        if (words.get(0).equals("method")) {
            int open = last.indexOf('(');
            Set<String> modifiers = Set.copyOf(words.subList(1, words.size() - 1));
            return new Member(last.substring(0, open), last.substring(open), modifiers, true);
        }
        return new Member(words.get(words.size() - 2), last, Set.copyOf(words.subList(1, words.size() - 2)), false);
    }

    private static Optional<Member> resolveInJdk(String owner, String name, String descriptor) {
        for (Method method : methodsOf(owner)) {
            String found = MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                    .toMethodDescriptorString();
            if (method.getName().equals(name) && found.equals(descriptor)) {
                boolean isStatic = Modifier.isStatic(method.getModifiers());
                return Optional.of(new Member(name, descriptor, isStatic ? Set.of("static") : Set.of(), true));
            }
        }
        return Optional.empty();
    }

    private static Method[] methodsOf(String owner) {
        try {
            return Class.forName(owner.replace('/', '.')).getMethods();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("The list names a class that the JDK doesn't have: " + owner, e);
        }
    }
}
