package io.jenkins.plugins.bluegreen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** The house rules that a compiler doesn't know. */
class ArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.bluegreen";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void arrowsBetweenPackagesRunOneWay() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .withOptionalLayers(true)
                .layer("cli")
                .definedBy(ROOT + ".cli..")
                .layer("jenkins")
                .definedBy(ROOT + ".jenkins..")
                .layer("settings")
                .definedBy(ROOT + ".settings..")
                .layer("stack")
                .definedBy(ROOT + ".stack..")
                .layer("text")
                .definedBy(ROOT + ".text..")
                .layer("report")
                .definedBy(ROOT + ".report..")
                .layer("deploy")
                .definedBy(ROOT + ".deploy..")
                .layer("traffic")
                .definedBy(ROOT + ".traffic..")
                .layer("liveness")
                .definedBy(ROOT + ".liveness..")
                .layer("meter")
                .definedBy(ROOT + ".meter..")
                .layer("dotenv")
                .definedBy(ROOT + ".dotenv..")
                .layer("docker")
                .definedBy(ROOT + ".docker..")
                .layer("host")
                .definedBy(ROOT + ".host..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("jenkins")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("settings")
                .mayOnlyBeAccessedByLayers("cli", "jenkins")
                .whereLayer("stack")
                .mayOnlyBeAccessedByLayers("cli", "jenkins")
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers("cli", "jenkins", "settings", "stack")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli", "jenkins")
                .whereLayer("deploy")
                .mayOnlyBeAccessedByLayers("cli", "jenkins", "settings", "report", "stack")
                .whereLayer("traffic")
                .mayOnlyBeAccessedByLayers("cli", "jenkins", "settings", "deploy")
                .whereLayer("liveness")
                .mayOnlyBeAccessedByLayers("cli", "jenkins", "settings", "deploy")
                .whereLayer("dotenv")
                .mayOnlyBeAccessedByLayers("cli", "jenkins", "settings")
                .whereLayer("meter")
                .mayOnlyBeAccessedByLayers("cli", "jenkins", "settings", "report", "deploy")
                .whereLayer("docker")
                .mayOnlyBeAccessedByLayers("cli", "jenkins", "settings", "deploy", "traffic", "liveness", "stack")
                .check(classes);
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void arrowsWithinTheStackRunOneWay() {
        String stack = ROOT + ".stack";
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(stack + "..")
                .layer("stack")
                .definedBy(stack)
                .layer("plan")
                .definedBy(stack + ".plan..")
                .layer("compose")
                .definedBy(stack + ".compose..")
                .layer("secret")
                .definedBy(stack + ".secret..")
                .layer("description")
                .definedBy(stack + ".description..")
                .layer("service")
                .definedBy(stack + ".service..")
                .whereLayer("stack")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("stack")
                .whereLayer("compose")
                .mayOnlyBeAccessedByLayers("stack", "plan")
                .whereLayer("secret")
                .mayOnlyBeAccessedByLayers("stack")
                .whereLayer("description")
                .mayOnlyBeAccessedByLayers("stack", "plan", "compose", "secret")
                .check(classes);
    }

    @Test
    void onlyTheHostStartsProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".host..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class)
                .because("every command goes through the one port that a Jenkins agent can stand in for")
                .check(classes);
    }

    @Test
    void onlyTheJenkinsPackageNamesJenkins() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".jenkins..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees..")
                .check(classes);
    }

    @Test
    void noClassIsNamedAfterNothing() {
        classes()
                .should()
                .haveNameNotMatching("(?!.*\\.ProxyManager$).*(Manager|Helper|Utils?|Impl|Base)$")
                .because("a name says what a thing is; NGINX Proxy Manager is called so")
                .check(classes);
    }
}
