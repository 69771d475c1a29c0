package io.jenkins.plugins.bluegreen.jenkins.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.bluegreen.deploy.Phase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.verb.POST;

/** The rules that every Jenkins plugin's forms and pages are held to, checked without a Jenkins. */
class FormsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path OURS = RESOURCES.resolve("io/jenkins/plugins/bluegreen/jenkins");

    /** The one thing that a page shows as it is: the engine's picture, which escapes every text (TimelineTest). */
    private static final String PICTURE = "<j:out value=\"${picture}\"/>";

    private static final Pattern OPTIONAL = Pattern.compile("<f:optionalProperty[^>]*/>");
    private static final Pattern FIELD = Pattern.compile("field=\"(\\w+)\"");
    private static final Pattern CHECKED = Pattern.compile("(?:FieldCheck\\.\\w+|path)\\(item, Key\\.(\\w+),");
    private static final Pattern TEXT = Pattern.compile("\\$\\{%(\\w+)");

    @Test
    void everyPageIsWellFormedAndEscapesAndHoldsNoScript() throws Exception {
        for (Path page : files(RESOURCES, ".jelly")) {
            String text = Files.readString(page);
            assertThat(text).as(page.toString()).startsWith("<?jelly escape-by-default='true'?>");
            assertThat(text).as(page.toString()).doesNotContain("<script", "javascript:");
            assertThat(text.replace(PICTURE, "")).as(page.toString()).doesNotContain("j:out", "rawHtml");
            assertThat(text).as(page.toString()).doesNotContainPattern("\\son[a-z]+=\"");
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page.toFile());
        }
    }

    @Test
    void everyFieldHasItsHelpInBothLanguages() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : files(OURS, ".jelly")) {
            String folder = page.getParent().getFileName().toString();
            Path helps = folder.equals("DeployFields") ? OURS.resolve("BlueGreenDeployStep") : page.getParent();
            for (String field : found(FIELD, page)) {
                for (String language : List.of("", "_es")) {
                    Path help = helps.resolve("help-" + field + language + ".html");
                    if (!Files.exists(help)) {
                        missing.add(help.toString());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Core's tag takes a variable "help" of the page around it else: in the Snippet Generator, the whole step's. */
    @Test
    void everyOptionalPartNamesItsOwnHelp() throws IOException {
        int all = 0;
        for (Path page : files(OURS, ".jelly")) {
            for (MatchResult tag :
                    OPTIONAL.matcher(Files.readString(page)).results().toList()) {
                Matcher field = FIELD.matcher(tag.group());
                assertThat(field.find()).as(tag.group()).isTrue();
                assertThat(tag.group())
                        .as(page.toString())
                        .contains("help=\"${descriptor.getHelpFile('" + field.group(1) + "')}\"");
                all++;
            }
        }
        assertThat(all).isGreaterThan(2);
    }

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        for (Path page : files(OURS, ".jelly")) {
            for (String language : List.of("", "_es")) {
                Properties texts = new Properties();
                Path file = Path.of(page.toString().replace(".jelly", language + ".properties"));
                if (Files.exists(file)) {
                    texts.load(Files.newBufferedReader(file));
                }
                assertThat(texts.stringPropertyNames()).as(file.toString()).containsAll(found(TEXT, page));
            }
        }
    }

    @Test
    void everyTextThatCodeShowsIsThereInBothLanguages() throws IOException {
        Properties english = new Properties();
        english.load(Files.newBufferedReader(OURS.resolve("fields/Texts.properties")));
        Properties spanish = new Properties();
        spanish.load(Files.newBufferedReader(OURS.resolve("fields/Texts_es.properties")));
        assertThat(english.stringPropertyNames()).isNotEmpty().isEqualTo(spanish.stringPropertyNames());
    }

    /** In English the engine's own sentence, which is {1}; in any other language one of ours, since the engine speaks English. */
    @Test
    void everyFieldThatIsCheckedSaysInSpanishWhatItMustBe() throws IOException {
        Properties english = new Properties();
        english.load(Files.newBufferedReader(OURS.resolve("fields/Texts.properties")));
        Properties spanish = new Properties();
        spanish.load(Files.newBufferedReader(OURS.resolve("fields/Texts_es.properties")));
        Set<String> checked = new TreeSet<>(Set.of("REGISTRY"));
        for (Path source : files(Path.of("src/main/java/io/jenkins/plugins/bluegreen/jenkins"), ".java")) {
            checked.addAll(found(CHECKED, source));
        }
        assertThat(checked).hasSizeGreaterThan(30);
        for (String key : checked) {
            assertThat(english).containsEntry("refused." + key, "{1}");
            assertThat(spanish.getProperty("refused." + key, ""))
                    .as(key)
                    .contains("Se espera")
                    .doesNotContain("{1}");
        }
    }

    @Test
    void aRouterIsCalledByOneWordInSpanish() throws IOException {
        for (Path file : files(OURS, "")) {
            if (Files.isRegularFile(file)) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("ncaminador");
            }
        }
    }

    @Test
    void everyPhaseHasItsNameForPeople() throws IOException {
        Properties texts = new Properties();
        texts.load(Files.newBufferedReader(OURS.resolve("fields/Texts.properties")));
        for (Phase phase : Phase.values()) {
            assertThat(texts).containsEntry("phase." + phase.title().replace(' ', '-'), phase.title());
        }
    }

    @Test
    void everyStepHasItsHelpWhichNamesAllThatItReturns() throws Exception {
        String source = Files.readString(Path.of("src/main/java/io/jenkins/plugins/bluegreen/jenkins/ReportMap.java"));
        Set<String> returned = new TreeSet<>();
        Matcher matcher = Pattern.compile("map\\.put\\(\"(\\w+)\"").matcher(source);
        while (matcher.find()) {
            returned.add(matcher.group(1));
        }
        assertThat(returned).hasSizeGreaterThan(8);
        for (String language : List.of("", "_es")) {
            for (String step : List.of("BlueGreenDeployStep", "BlueGreenRollbackStep")) {
                assertThat(Files.readString(OURS.resolve(step + "/help" + language + ".html")))
                        .contains(returned);
            }
            assertThat(OURS.resolve("BlueGreenBuilder/help" + language + ".html"))
                    .exists();
        }
    }

    @Test
    void everyMethodThatIsCalledOverHttpWantsAPost() throws Exception {
        List<String> open = new ArrayList<>();
        int all = 0;
        for (Links one : Links.under(Path.of("target/classes/io/jenkins/plugins/bluegreen/jenkins"))) {
            Class<?> type = Class.forName(one.name.replace('/', '.'), false, FormsTest.class.getClassLoader());
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().matches("do[A-Z].*")) {
                    all++;
                    if (!method.isAnnotationPresent(POST.class)) {
                        open.add(method.toString());
                    }
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(all).isGreaterThan(20);
    }

    @Test
    void noClassNamesAServletType() throws IOException {
        assertThat(Links.under(Path.of("target/classes")).stream()
                        .flatMap(one -> one.types.stream())
                        .filter(type -> type.contains("/servlet/") || type.contains("StaplerRe")))
                .isEmpty();
    }

    private static Set<String> found(Pattern pattern, Path page) throws IOException {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(page));
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Path[] found = all.filter(file -> file.toString().endsWith(end)).toArray(Path[]::new);
            assertThat(found).isNotEmpty();
            return Arrays.asList(found);
        }
    }
}
