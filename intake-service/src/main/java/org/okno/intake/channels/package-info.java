/** The API keys of channels: made and revoked by an administrator, checked with each request. */
@NullMarked
package org.okno.intake.channels;

import org.jspecify.annotations.NullMarked;
