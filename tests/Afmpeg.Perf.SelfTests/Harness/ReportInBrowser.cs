using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Reports.Pictures;
using Microsoft.Playwright;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The committed run's report.html, written to a folder of its own, and the browser that specs open it in.</summary>
public sealed class ReportInBrowser : IAsyncLifetime, IDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    private readonly TemporaryFolder folder = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public ReportPage Page { get; } =
        PageCatalog.Of(new PageInput(CommittedRun.Report, [.. PictureCatalog.Of(CommittedRun.Report), CannedPicture.Of("canned")]));

    public Uri Address => new(folder.File("report.html"));

    public async Task InitializeAsync()
    {
        ReportWriter.Write(CommittedRun.Report, Page, folder.Path);
        if (File.Exists(Chromium))
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quietly });
        }
    }

    /// <summary>Opens the file in a window so many CSS pixels wide; without a browser the row is skipped, or fails if strict.</summary>
    public async Task<OpenedReport> Open(int width, string scheme, bool scripts = true)
    {
        if (browser is null)
        {
            var missing = $"{Chromium} is not here; apt-get install --no-install-recommends chromium";
            Skip.If(!TestSettings.Strict, missing);
            Assert.Fail($"AFMPEG_STRICT=1 wants the report seen in a browser: {missing}");
        }

        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
        });
        return await OpenedReport.At(Address.AbsoluteUri, await context.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    public void Dispose()
    {
        playwright?.Dispose();
        folder.Dispose();
    }
}

/// <summary>A report in a browser, with the requests that it made and the messages that it caused on the console.</summary>
public sealed record OpenedReport(IPage Page) : IAsyncDisposable
{
    private readonly List<string> requests = [];
    private readonly List<string> messages = [];

    public IReadOnlyList<string> Requests => requests;
    public IReadOnlyList<string> ConsoleMessages => messages;

    /// <summary>Opens a file in a page that is still empty.</summary>
    public static async Task<OpenedReport> At(string address, IPage page)
    {
        var opened = new OpenedReport(page);
        page.Context.Request += (_, request) => opened.requests.Add(request.Url);
        page.Console += (_, message) => opened.messages.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => opened.messages.Add(error);
        await page.GotoAsync(address);
        return opened;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
