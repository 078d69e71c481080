package org.okno.intake.acceptance;

import java.util.Locale;
import org.okno.contracts.Actor;
import org.okno.identity.Rows;

/**
 * Whoever posts.
 *
 * @param permitted a channel posts its own requests only
 * @param language of the receipt
 */
public record Sender(Actor actor, Rows permitted, Locale language) {}
