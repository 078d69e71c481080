/** Takes in the events that intake follows. */
@NullMarked
package org.okno.intake.feed;

import org.jspecify.annotations.NullMarked;
