package dev.gatehouse.journeys.node;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Prepares Node.js once for all stories, and keeps those from being run that would miss it. */
final class NodeExtension implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Installation installation = installation(context);
        return installation.missing().isEmpty()
                ? ConditionEvaluationResult.enabled("Node.js and its packages are here")
                : ConditionEvaluationResult.disabled(installation.missing());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Node.class;
    }

    @Override
    public Node resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Node(installation(context).directory());
    }

    private static Installation installation(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(NodeExtension.class))
                .computeIfAbsent(Installation.class, absent -> Installation.prepare(), Installation.class);
    }
}
