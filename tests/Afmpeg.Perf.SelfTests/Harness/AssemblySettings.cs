// Rules run side by side. A campaign runs real programs, so it runs alone: Campaigns.Name.
[assembly: CollectionBehavior(MaxParallelThreads = 0)]
