import { gql } from 'lightning/graphql';

const OF_LEAD = gql`
    query leadLoopHandoffsOfLead($id: ID) {
        uiapi {
            query {
                LeadLoop_Handoff__c(
                    first: 20
                    where: { LeadLoop_Lead__c: { eq: $id } }
                    orderBy: { LeadLoop_Cycle__c: { order: DESC } }
                ) {
                    edges {
                        node {
                            Id
                            LeadLoop_Cycle__c {
                                value
                            }
                            LeadLoop_State__c {
                                value
                            }
                            LeadLoop_Definition__c {
                                value
                            }
                            LeadLoop_Handed_Off_At__c {
                                value
                            }
                            LeadLoop_Answered_At__c {
                                value
                            }
                            LeadLoop_Answered_By__c {
                                value
                            }
                            LeadLoop_Reason__c {
                                value
                            }
                            LeadLoop_Comment__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
const OF_CONTACT = gql`
    query leadLoopHandoffsOfContact($id: ID) {
        uiapi {
            query {
                LeadLoop_Handoff__c(
                    first: 20
                    where: { LeadLoop_Contact__c: { eq: $id } }
                    orderBy: { LeadLoop_Cycle__c: { order: DESC } }
                ) {
                    edges {
                        node {
                            Id
                            LeadLoop_Cycle__c {
                                value
                            }
                            LeadLoop_State__c {
                                value
                            }
                            LeadLoop_Definition__c {
                                value
                            }
                            LeadLoop_Handed_Off_At__c {
                                value
                            }
                            LeadLoop_Answered_At__c {
                                value
                            }
                            LeadLoop_Answered_By__c {
                                value
                            }
                            LeadLoop_Reason__c {
                                value
                            }
                            LeadLoop_Comment__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** The hand-off rows of a person, the latest cycle first. */
export function queryOf(objectApiName) {
    return objectApiName === 'Contact' ? OF_CONTACT : OF_LEAD;
}
