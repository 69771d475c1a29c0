/*
 * The whole job of an app; deployPipeline.txt says how to use it. What it doesn't take for itself goes to the step
 * blueGreenDeploy as it is. No step stands in a closure of Groovy's own (each, collect), where Jenkins can't resume it.
 */

def call(Map options) {
    if (!options.app) {
        error "deployPipeline wasn't told which app. Say so: deployPipeline(app: 'orders', port: 3000)"
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
            if (source != false) {
                stage('Checkout') {
                    fetch(source)
                }
            }
            if (test) {
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
