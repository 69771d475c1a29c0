/*
 * The whole job of an app; deployPipeline.txt says how to use it. What it doesn't take for itself goes to the step
 * blueGreenDeploy as it is. No step stands in a closure of Groovy's own (each, collect), where Jenkins can't resume it.
 */

import groovy.transform.Field

@Field static final List OWN = ['agent', 'source', 'test', 'notify']

/** The options of blueGreenDeploy. */
@Field static final List STEPS = [
    'app', 'image', 'port', 'health', 'env', 'router', 'version', 'context', 'dockerfile', 'target', 'buildArgs', 'registry',
    'registryCredentials', 'environment', 'network', 'check', 'preSwitch', 'container', 'metering', 'bake', 'drainLimit',
    'drainMinimum', 'keep', 'lockWait', 'acceptGap', 'allowOlder']

def call(Map options) {
    if (!options.app) {
        error "deployPipeline wasn't told which app. Say so: deployPipeline(app: 'orders', port: 3000)"
    }
    List known = OWN + STEPS
    List unknown = new ArrayList(options.keySet())
    unknown.removeAll(known)
    if (unknown) {
        error "deployPipeline has no option '${unknown[0]}'. Those that it has: ${known.join(', ')}."
    }
    Map fields = [:]
    fields.putAll(options)
    def label = fields.remove('agent')
    def source = fields.remove('source')
    def test = fields.remove('test')
    def tell = fields.remove('notify')
    Map outcome = [app: options.app, result: 'SUCCESS', report: null, error: null]
    try {
        node(label ?: '') {
            // A way back takes a kept version as it is: nothing to check out or test.
            boolean back = env.BLUE_GREEN_ROLLBACK
            if (source != false && !back) {
                stage('Checkout') {
                    fetch(source)
                }
            }
            if (test && !back) {
                stage('Test') {
                    sh test
                }
            }
            stage('Deploy') {
                outcome.report = blueGreenDeploy(fields)
            }
            stage('Report') {
                say(outcome.report)
            }
        }
    } catch (failure) {
        outcome.result = called(failure)
        outcome.error = failure.message
        throw failure
    } finally {
        if (tell) {
            stage('Notify') {
                // The app is deployed, or isn't, whether or not somebody could be told.
                catchError(buildResult: 'SUCCESS', stageResult: 'UNSTABLE', catchInterruptions: false,
                           message: 'The deployment is what it is, but nobody could be told.') {
                    tell.call(outcome)
                }
            }
        }
    }
    return outcome.report
}

private void fetch(source) {
    if (source) {
        git(source)
    } else {
        checkout(scm)
    }
}

private void say(Map report) {
    String before = report.previousVersion ? ", after ${report.previousVersion}" : ''
    String lost = report.requests ? ", ${report.lostRequests} of ${report.requests} requests lost" : ''
    String line = "${report.app} ${report.liveVersion} is live${before}${lost}, in ${report.durationMillis} ms"
    echo line
    currentBuild.description = line
}

/** An abort and a time-out come as the same type of exception, by whose name it needn't be imported from a plugin. */
private String called(failure) {
    return failure.getClass().simpleName == 'FlowInterruptedException' ? 'ABORTED' : 'FAILURE'
}
