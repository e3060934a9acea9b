package dev.gatehouse.journeys.browser;

/** The size of a window's inside, in CSS pixels. */
public record Viewport(int width, int height) {

    /** A phone held upright. */
    public static final Viewport PHONE = new Viewport(390, 844);

    /** A small notebook's window. */
    public static final Viewport DESKTOP = new Viewport(1280, 800);
}
