package io.jenkins.plugins.bluegreen.jenkins.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What one compiled class asks of others: members that it links to, types that it names, and what it declares itself. */
final class Links {
    /** A link to a member. {@code inInterface} is what the instruction says of the owner. */
    record Link(String owner, String name, String descriptor, boolean isStatic, boolean inInterface, boolean isMethod) {
        @Override
        public String toString() {
            return (isStatic ? "static " : "") + owner + "." + name + descriptor;
        }
    }

    /** A member that the class declares. */
    record Declared(String name, String descriptor, int access, boolean isMethod) {}

    final Set<Link> links = new HashSet<>();
    final Set<String> types = new HashSet<>();
    final Set<String> annotations = new HashSet<>();
    final List<Declared> declared = new ArrayList<>();
    String name;
    String superName;
    List<String> interfaces = List.of();
    int access;

    private Links() {}

    /** Reads all classes under a folder. */
    static List<Links> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(Links::of)
                    .toList();
        }
    }

    boolean isAbstract() {
        return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    private static Links of(Path file) {
        try {
            Links found = new Links();
            new ClassReader(Files.readAllBytes(file)).accept(found.new OfClass(), 0);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> types.add(type.getInternalName());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            default -> {} // a primitive
        }
    }

    private void descriptor(String descriptor) {
        type(Type.getType(descriptor));
    }

    private void constant(Object value) {
        if (value instanceof Type type) {
            type(type);
        } else if (value instanceof Handle handle) {
            boolean isMethod = handle.getTag() >= Opcodes.H_INVOKEVIRTUAL;
            boolean isStatic =
                    switch (handle.getTag()) {
                        case Opcodes.H_INVOKESTATIC, Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> true;
                        default -> false;
                    };
            link(handle.getOwner(), handle.getName(), handle.getDesc(), isStatic, handle.isInterface(), isMethod);
        }
    }

    private void link(
            String owner, String member, String descriptor, boolean isStatic, boolean inInterface, boolean isMethod) {
        type(Type.getObjectType(owner));
        descriptor(descriptor);
        if (!owner.startsWith("[")) {
            links.add(new Link(owner, member, descriptor, isStatic, inInterface, isMethod));
        }
    }

    private final class OfClass extends ClassVisitor {
        OfClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int flags, String self, String signature, String parent, String[] faces) {
            access = flags;
            name = self;
            superName = parent;
            interfaces = List.of(faces);
            types.add(parent);
            types.addAll(interfaces);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            descriptor(descriptor);
            annotations.add(Type.getType(descriptor).getInternalName());
            return null;
        }

        @Override
        public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
            descriptor(descriptor);
            declared.add(new Declared(field, descriptor, flags, false));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int flags, String method, String descriptor, String signature, String[] exceptions) {
            descriptor(descriptor);
            declared.add(new Declared(method, descriptor, flags, true));
            return new OfMethod();
        }
    }

    private final class OfMethod extends MethodVisitor {
        OfMethod() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            type(Type.getObjectType(type));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            link(owner, field, descriptor, isStatic, false, false);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean inInterface) {
            link(owner, method, descriptor, opcode == Opcodes.INVOKESTATIC, inInterface, true);
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            descriptor(descriptor);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            descriptor(descriptor);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            if (type != null) {
                types.add(type);
            }
        }
    }
}
