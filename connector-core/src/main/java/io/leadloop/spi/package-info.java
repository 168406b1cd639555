/**
 * What must a vendor be able to do?
 *
 * <p>The adapter contract; {@code AdapterContract} in test-fixtures tests each line by its number, for every vendor. A
 * capability that a vendor lacks is tested too: the refusal must be the documented one.
 *
 * <ul>
 *   <li>C1 a poll resumes at the cursor
 *   <li>C2 each change is delivered at least once, and again as the same (ref, version)
 *   <li>C3 the changes of one record come in order of its versions
 *   <li>C4 an edit of our own is recognisable: the record then carries what was written
 *   <li>C5 an expired or foreign cursor gives a page with {@code gap}
 *   <li>C6 a stale read is recognisable by its version
 *   <li>C7 retired records are reported
 *   <li>R1 absent, blank and present fields survive the way
 *   <li>R2 a missing record is absent, not an exception
 *   <li>R3 find returns all matches
 *   <li>W1 n requests give n outcomes, in order
 *   <li>W2 one bad row does not sink its neighbours
 *   <li>W3 a repeated key writes once
 *   <li>W3 a withdrawal ends the permission of the address, however often it is asked for, and can be read by it
 *   <li>W4 a blank empties, an absent field stays
 *   <li>W5 a reply lost after apply is Unknown
 *   <li>W6 create with a key that exists adopts and changes nothing
 *   <li>F1 a vendor error becomes the right kind
 *   <li>F2 the vendor's retry hint is passed on
 *   <li>F3 no failure carries a secret or personal data
 *   <li>S1 the schema lists the allowed values
 * </ul>
 */
@NullMarked
package io.leadloop.spi;

import org.jspecify.annotations.NullMarked;
