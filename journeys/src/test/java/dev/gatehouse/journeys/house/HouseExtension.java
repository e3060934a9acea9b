package dev.gatehouse.journeys.house;

import org.jspecify.annotations.Nullable;
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
                .computeIfAbsent(Door.class, type -> Door.open(), Door.class)
                .house();
    }

    /** Tried once: a server that does not start for the first story does not start for the next. */
    private record Door(@Nullable House opened, @Nullable RuntimeException failure) implements AutoCloseable {
        static Door open() {
            try {
                return new Door(House.open(), null);
            } catch (RuntimeException failure) {
                return new Door(null, failure);
            }
        }

        House house() {
            if (opened == null) {
                throw new IllegalStateException("The house does not open", failure);
            }
            return opened;
        }

        @Override
        public void close() {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
