package io.jenkins.plugins.bluegreen.jenkins.fields;

import hudson.Extension;
import hudson.RelativePath;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.bluegreen.settings.Key;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Ready when it answers over HTTP. */
public final class HttpHealth extends Health {
    private static final long serialVersionUID = 1L;

    private final String path;
    private String status;
    private String body;
    private String headers;

    @DataBoundConstructor
    public HttpHealth(String path) {
        this.path = path;
    }

    @Override
    public void addTo(FieldLayer fields) {
        fields.text(Key.HEALTH, "check.path", path);
        fields.text(Key.HEALTH_STATUS, "check.status", status);
        fields.text(Key.HEALTH_BODY, "check.body", body);
        fields.lines(Key.HEALTH_HEADERS, "check.headers", headers);
        addTimes(fields);
    }

    public String getPath() {
        return path;
    }

    public String getStatus() {
        return status;
    }

    @DataBoundSetter
    public void setStatus(String status) {
        this.status = Blank.toNull(status);
    }

    public String getBody() {
        return body;
    }

    @DataBoundSetter
    public void setBody(String body) {
        this.body = Blank.toNull(body);
    }

    public String getHeaders() {
        return headers;
    }

    @DataBoundSetter
    public void setHeaders(String headers) {
        this.headers = Blank.toNull(headers);
    }

    /** Makes it known to Jenkins. */
    @Extension(ordinal = 9)
    @Symbol("httpHealth")
    public static final class Type extends HealthType {
        @Override
        public String getDisplayName() {
            return Texts.of("HttpHealth.name");
        }

        @POST
        public FormValidation doCheckPath(
                @AncestorInPath Item item,
                @QueryParameter String value,
                @RelativePath("..") @QueryParameter String health) {
            return FieldCheck.insteadOfHealth(item, Key.HEALTH, value, health);
        }

        @POST
        public FormValidation doCheckStatus(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.HEALTH_STATUS, value);
        }

        @POST
        public FormValidation doCheckBody(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.HEALTH_BODY, value);
        }

        @POST
        public FormValidation doCheckHeaders(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.optional(item, Key.HEALTH_HEADERS, value);
        }
    }
}
