/** Messages of channels in their own wire formats: mapped, accepted, responded to in their form. */
@NullMarked
package org.okno.intake.messages;

import org.jspecify.annotations.NullMarked;
