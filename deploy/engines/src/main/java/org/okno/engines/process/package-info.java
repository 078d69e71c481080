/**
 * Child processes: started detached from the terminal, awaited, stopped, killed with their
 * children.
 */
@NullMarked
package org.okno.engines.process;

import org.jspecify.annotations.NullMarked;
