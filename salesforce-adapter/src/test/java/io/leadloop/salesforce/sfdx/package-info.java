/** Does the package for Salesforce hold what the footprint names, the mappings say and the metadata schema allows? */
@NullMarked
package io.leadloop.salesforce.sfdx;

import org.jspecify.annotations.NullMarked;
