using Microsoft.Playwright;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A report that a browser shows, with all that it asked for and complained of.</summary>
public sealed class OpenedReport : IAsyncDisposable
{
    private readonly List<string> requests = [];
    private readonly List<string> complaints = [];

    /// <summary>Listens to a page.</summary>
    /// <param name="page">The page, empty yet.</param>
    public OpenedReport(IPage page)
    {
        Page = page;
        page.Context.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What was asked for, in its order.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>What stands in the console: a script's error, something that the page's policy forbids.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
