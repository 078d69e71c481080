/** The channels of the running stack: their files, tried and added, and their keys. */
@NullMarked
package org.okno.local.channel;

import org.jspecify.annotations.NullMarked;
