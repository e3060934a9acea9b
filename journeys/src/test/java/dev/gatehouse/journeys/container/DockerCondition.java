package dev.gatehouse.journeys.container;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Whether Docker answers, and can fetch what Testcontainers itself needs. */
final class DockerCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            return DockerClientFactory.instance().isDockerAvailable()
                    ? ConditionEvaluationResult.enabled("Docker answers")
                    : ConditionEvaluationResult.disabled("no Docker: start its daemon to run this story");
        } catch (RuntimeException unusable) {
            return ConditionEvaluationResult.disabled("Docker answers, but is of no use: " + unusable.getMessage());
        }
    }
}
