/** Lists, shows and replays records that consumers could not handle. */
@NullMarked
package org.okno.local.deadletters;

import org.jspecify.annotations.NullMarked;
