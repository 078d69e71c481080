/** Lists, shows and replays what consumers could not read. */
@NullMarked
package org.okno.local.deadletters;

import org.jspecify.annotations.NullMarked;
