package dev.gatehouse.journeys.house;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the house for the first story that asks for it, and closes it after the last one of the run. */
final class HouseExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == House.class;
    }

    @Override
    public House resolveParameter(ParameterContext parameter, ExtensionContext story) {
        return story.getRoot()
                .getStore(Namespace.create(HouseExtension.class))
                .computeIfAbsent(House.class, type -> House.open(), House.class);
    }
}
