namespace Afmpeg.Perf.Verdicts;

/// <summary>Whether callers are advised to make a change that costs them an option or a sentence.</summary>
/// <param name="Id">Its name.</param>
/// <param name="IsAdopted">Whether they are: the decision is then made with it in place.</param>
/// <param name="Why">Why, or why not.</param>
/// <param name="GivesUp">What a caller who follows it gives up.</param>
public sealed record GuidanceChoice(string Id, bool IsAdopted, string Why, string GivesUp);
