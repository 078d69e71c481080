/**
 * Channels as data: their files, mappings and limits; and their keys, made and revoked by an
 * administrator, checked with each request.
 */
@NullMarked
package org.okno.intake.channels;

import org.jspecify.annotations.NullMarked;
